/** Asks for what a key names, and gives on the answer unless a later question overtook it. */
export type AskLatest<Key> = (key: Key) => Promise<void>;

/** `isWanted` tells, when an answer is there, whether its key is still the chosen one. */
export function askLatest<Key, Answer>(
  read: (key: Key) => Promise<Answer>,
  take: (answer: Answer) => void,
  isWanted: (key: Key) => boolean = () => true,
): AskLatest<Key> {
  let asked = 0;
  let answered = 0;
  return async (key) => {
    const turn = ++asked;
    const answer = await read(key);
    if (turn < answered || !isWanted(key)) return;
    answered = turn;
    take(answer);
  };
}
