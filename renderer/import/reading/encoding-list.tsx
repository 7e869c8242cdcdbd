import { encodingLabel, type TextEncoding } from '../../../shared/text/encodings.ts';
import { type CellsKnown, type Reading, tellingCells } from './readings.ts';

interface Props {
  readonly readings: readonly Reading[];
  /** Null until it is known which cells may be shown. */
  readonly known: CellsKnown | null;
  readonly chosen: TextEncoding | null;
  readonly detected: TextEncoding | null;
  readonly onChoose: (encoding: TextEncoding) => void;
}

/** The encodings, the likelier first, each with what the telling cells of the file are in it. */
export function EncodingList({ readings, known, chosen, detected, onChoose }: Props) {
  return (
    <fieldset className="reading-encodings">
      <legend>Encoding: the one in which names are spelled right</legend>
      <div>
        {readings.map((reading) => (
          <label key={reading.encoding} data-chosen={reading.encoding === chosen}>
            <input
              type="radio"
              name="encoding"
              checked={reading.encoding === chosen}
              onChange={() => {
                onChoose(reading.encoding);
              }}
            />
            <span>
              {encodingLabel(reading.encoding)}
              {reading.encoding === detected && ' – detected'}
            </span>
            <span className="reading-sample">
              {known !== null && tellingCells(reading, known).flat().join(' · ')}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
