import { Dialog } from './dialog';
import { useWords } from './language';
import { Places } from './keys';
import { keysAreOn } from './settings';
import { useSignal } from './signal';
import { Views } from './views';

/** All keys of the page. */
export function Help({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const areOn = useSignal(keysAreOn);
  const lines: readonly (readonly [readonly string[], string])[] = [
    [['/'], words.pressToFind],
    ...Object.entries(Places).map(([key, place]) => [['g', key], words[Views.find((v) => v.href === place)!.name]] as const),
    [['j', 'k'], words.pressToMove],
    [['Enter'], words.pressToOpen],
    [['x'], words.pressToChoose],
    [['a'], words.pressToHandle],
    [['?'], words.pressForHelp],
  ];
  return (
    <Dialog title={words.keysHelp} onClose={onClose}>
      <table class="keys">
        <tbody>
          {lines.map(([keys, what]) => (
            <tr key={what}>
              <th scope="row">
                {keys.map((k) => (
                  <kbd key={k}>{k}</kbd>
                ))}
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label class="check">
        <input type="checkbox" checked={areOn} onChange={(e) => keysAreOn.set(e.currentTarget.checked)} /> {words.keysOn}
      </label>
    </Dialog>
  );
}
