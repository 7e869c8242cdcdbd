import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './notice.module.css';

interface Props {
  /** What the bar is about, for those who do not see it. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly text: ReactNode;
  /** Buttons beside the text. */
  readonly children?: ReactNode;
  /** What the cross does. */
  readonly closing: string;
  readonly onClose: () => void;
  /** Whether all of the text is in sight; it always is where this is not given. */
  readonly isOpen?: boolean;
}

/** A bar above the grid that says or offers something about the open roster, until its cross is pressed. */
export function Notice({ label, icon, text, children, closing, onClose, isOpen }: Props) {
  return (
    <section data-part="notices" className={css['notices']} aria-label={label} data-open={isOpen}>
      {icon}
      <div className={css['noticesText']}>{text}</div>
      {children}
      <ActionIcon aria-label={closing} onClick={onClose}>
        <IconX size={16} />
      </ActionIcon>
    </section>
  );
}
