import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from './language';

/** The browser's own dialog: it holds the focus, closes with Escape and gives the focus back. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ComponentChildren }) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current!;
    const before = document.activeElement;
    opened.showModal();
    return () => {
      opened.close();
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus();
      }
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="dialog-title"
      onCancel={(e) => {
        e.preventDefault();
        onClose();
      }}
    >
      <div class="head">
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="quiet" aria-label={words.close} onClick={onClose}>
          ✕
        </button>
      </div>
      {children}
    </dialog>
  );
}

/** What a dialog ends with: what went wrong, the way back and the way on. It stands in the form that is sent. */
export function DialogEnd({ why, label, isBusy = false, onCancel }: { why: string; label: string; isBusy?: boolean; onCancel: () => void }) {
  const words = useWords();
  return (
    <>
      {why !== '' && (
        <p class="problem" role="alert">
          {why}
        </p>
      )}
      <div class="buttons">
        <button type="button" class="quiet" onClick={onCancel}>
          {words.cancel}
        </button>
        <button type="submit" class="main" disabled={isBusy}>
          {label}
        </button>
      </div>
    </>
  );
}
