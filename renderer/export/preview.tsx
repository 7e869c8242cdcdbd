import { Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ExportPlan } from '../../shared/export/plan-export.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { WRITE_FORMATS } from '../../shared/text/formats.ts';
import type { Choices } from './choices.ts';
import { markHidden, previewText } from './preview-text.ts';

interface Props {
  readonly roster: Roster;
  /** Null while it is made. */
  readonly plan: ExportPlan | null;
  readonly form: Pick<Choices, 'format' | 'template'>;
}

/** The first lines as they will be written, with what a text editor does not show made visible on demand. */
export function Preview({ roster, plan, form }: Props) {
  const { format, template } = form;
  const [hidden, setHidden] = useState(false);
  const text = useMemo(
    () => plan && previewText(roster, plan, { format, template }),
    [roster, plan, format, template],
  );
  const isText = WRITE_FORMATS[format].kind === 'text';
  return (
    <section className="export-preview" aria-labelledby="preview-title">
      <div className="export-preview-head">
        <h3 id="preview-title">
          {isText ? 'The first lines, as they will be written' : 'The first rows; every cell is text'}
        </h3>
        <Checkbox
          label="Show tabs and line ends"
          checked={hidden && isText}
          disabled={!isText}
          onChange={({ currentTarget: { checked } }) => {
            setHidden(checked);
          }}
        />
      </div>
      <pre tabIndex={0} role="region" aria-label="Preview of the file">
        {hidden && isText
          ? markHidden(text ?? '', true).map((piece, index) =>
              piece.kind === 'sign' ? <b key={index}>{piece.text}</b> : piece.text,
            )
          : text}
      </pre>
    </section>
  );
}
