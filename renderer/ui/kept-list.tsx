import { type ReactNode, useId } from 'react';
import './kept-list.css';

interface ListProps {
  readonly title: string;
  /** Its lines. */
  readonly children: ReactNode;
}

/** A list of the start screen: what was left before its end, offered again. */
export function KeptList({ title, children }: ListProps) {
  const id = useId();
  return (
    <section className="kept-list" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

interface LineProps {
  readonly icon: ReactNode;
  readonly name: string;
  /** What there is to know about it, a line each. */
  readonly facts: readonly string[];
  /** Buttons with what can be done about it. */
  readonly children: ReactNode;
}

/** One of the list: what it is, what there is to know about it, and what can be done. */
export function KeptLine({ icon, name, facts, children }: LineProps) {
  return (
    <li>
      {icon}
      <p>
        <strong>{name}</strong>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <span className="kept-list-acts">{children}</span>
    </li>
  );
}
