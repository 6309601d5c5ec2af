/** Words that nobody is called, in any letters. */
const inAnyLetters = 'and or und oder cc bcc plus';
/**
 * "And", "or", "with", "copy to" as people write them between two names, in the languages that Atlassian's pages speak. In small letters
 * only: Ed, Tai and Con are names, and one letter in a capital is the first of one.
 */
const inSmallLetters =
  'with cci cco mit sowie og och eller med et ou avec con e ed y o u és vagy i oraz lub și şi sau ve veya en ja tai või nebo alebo a eða и или і й та або чи と および または 和 与 與 及 或 및 와 과 그리고 또는 และ หรือ và hoặc';

export const JOINING_WORDS: readonly string[] = [
  ...inAnyLetters
    .split(' ')
    .flatMap((word) => [word, word.toUpperCase(), `${word.charAt(0).toUpperCase()}${word.slice(1)}`]),
  ...inSmallLetters.split(' '),
];
