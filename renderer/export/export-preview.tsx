import { Checkbox, Radio } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ExportPlan } from '../../shared/export/plan-export.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { WRITE_FORMATS } from '../../shared/text/formats.ts';
import { type Choices, markHidden, previewRows, previewText } from './export-choices.ts';
import css from './export.module.css';

interface Props {
  readonly roster: Roster;
  /** Null while it is made. */
  readonly plan: ExportPlan | null;
  readonly form: Pick<Choices, 'format' | 'template'>;
}

/** The first rows as they will be written: as a table, or on demand as the text of the file. */
export function Preview({ roster, plan, form }: Props) {
  const [wanted, setWanted] = useState<'table' | 'text'>('table');
  const [hidden, setHidden] = useState(false);
  const isText = WRITE_FORMATS[form.format].kind === 'text';
  const shown = isText ? wanted : 'table';
  return (
    <section className={css['exportPreview']} aria-labelledby="preview-title">
      <div className={css['exportPreviewHead']}>
        <h3 id="preview-title">The first rows, as they will be written</h3>
        {shown === 'text' && (
          <Checkbox
            label="Show tabs and line ends"
            checked={hidden}
            onChange={({ currentTarget: { checked } }) => {
              setHidden(checked);
            }}
          />
        )}
        {isText && (
          <Radio.Group
            aria-label="Preview as"
            value={wanted}
            onChange={(value) => {
              setWanted(value === 'text' ? 'text' : 'table');
            }}
          >
            <div className={css['exportPreviewKinds']}>
              <Radio value="table" label="Table" />
              <Radio value="text" label="Text" />
            </div>
          </Radio.Group>
        )}
      </div>
      {shown === 'table' ? (
        <PreviewTable roster={roster} plan={plan} />
      ) : (
        <PreviewText roster={roster} plan={plan} form={form} hidden={hidden} />
      )}
    </section>
  );
}

function PreviewTable({ roster, plan }: Pick<Props, 'roster' | 'plan'>) {
  const [headers = [], ...rows] = useMemo(
    () => (plan === null ? [] : previewRows(roster, plan)),
    [roster, plan],
  );
  return (
    <div className={css['exportPreviewBox']} tabIndex={0} role="region" aria-label="Preview of the file">
      <table>
        <thead>
          <tr>
            {headers.map((header, place) => (
              <th key={place} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((text, place) => (
                <td key={place} title={text}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The first lines as a text editor shows them, with what it does not show made visible on demand. */
function PreviewText({ roster, plan, form, hidden }: Props & { readonly hidden: boolean }) {
  const { format, template } = form;
  const text = useMemo(
    () => (plan === null ? '' : previewText(roster, plan, { format, template })),
    [roster, plan, format, template],
  );
  return (
    <pre className={css['exportPreviewBox']} tabIndex={0} role="region" aria-label="Preview of the file">
      {hidden
        ? markHidden(text, true).map((piece, index) =>
            piece.kind === 'sign' ? <b key={index}>{piece.text}</b> : piece.text,
          )
        : text}
    </pre>
  );
}
