import { language } from './settings';
import { useSignal } from './signal';
import { wordsOf } from './words';

export { language };

/** The words of the controls in the language that is chosen; who uses them is drawn again when it changes. */
export const useWords = () => wordsOf(useSignal(language));
