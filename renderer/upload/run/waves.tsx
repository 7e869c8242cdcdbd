import type { UploadProgress } from '../../../shared/upload/journal/upload-progress.ts';

/** How far each wave is, in the order in which they come, each as wide as it has people. */
export function Waves({ waves }: { readonly waves: UploadProgress['waves'] }) {
  const total = waves.reduce((sum, wave) => sum + wave.total, 0);
  const done = waves.reduce((sum, wave) => sum + wave.done, 0);
  return (
    <div
      className="run-waves"
      role="progressbar"
      aria-label="Upload"
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={`${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`}
    >
      {waves.map((wave, index) => (
        <span
          // Waves have no name but their place, and their places never change.
          key={index}
          className="run-wave"
          style={{ flexGrow: wave.total }}
          title={`Wave ${index + 1}: ${wave.done.toLocaleString('en-US')} of ${wave.total.toLocaleString('en-US')}`}
        >
          <span style={{ width: `${wave.total === 0 ? 100 : (100 * wave.done) / wave.total}%` }} />
        </span>
      ))}
    </div>
  );
}
