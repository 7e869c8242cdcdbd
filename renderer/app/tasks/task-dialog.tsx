import { Button, Progress } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useSessionState } from '../session/session.ts';
import type { Task } from '../session/state.ts';
import './task-dialog.css';

/** Milliseconds before long work is shown: what is done sooner does not flash. */
const PATIENCE = 300;

/** Long work over everything else: it blocks input at once, shows itself only if it lasts, and can be stopped. */
export function TaskDialog() {
  const task = useSessionState((state) => state.task);
  return task && <RunningTask task={task} />;
}

function RunningTask({ task }: { readonly task: Task }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(false);
  useLayoutEffect(() => {
    const modal = dialog.current;
    modal?.showModal();
    return () => {
      modal?.close();
    };
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      setShown(true);
    }, PATIENCE);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const percent = Math.round(task.fraction * 100);
  return (
    <dialog
      ref={dialog}
      className="task"
      tabIndex={-1}
      data-shown={shown}
      aria-label={titleOf(task)}
      onKeyDown={() => {
        // Whoever types sees at once why nothing comes of it.
        setShown(true);
      }}
      onCancel={(event) => {
        event.preventDefault();
        task.stop();
      }}
    >
      <p className="task-title">{titleOf(task)}</p>
      <Progress value={percent} size={6} aria-label={titleOf(task)} transitionDuration={100} />
      <div className="task-foot">
        {task.isHeld ? (
          <span role="status">Another program, often Excel, has it open: waiting.</span>
        ) : (
          <span className="task-percent">{percent}%</span>
        )}
        <Button disabled={!shown} onClick={task.stop}>
          Stop
        </Button>
      </div>
    </dialog>
  );
}

function titleOf({ kind, name }: Task): string {
  if (kind === 'editing') return name;
  if (kind === 'pasting') return `Pasting ${name}`;
  if (kind === 'reading') return `Reading “${name}”`;
  return kind === 'opening' ? `Opening “${name}”` : `Writing “${name}”`;
}
