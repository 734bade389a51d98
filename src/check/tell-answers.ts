import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';
import type { LinkAnswer } from './link-answer.ts';

/** What `tell` says of each link that was asked for; null where there is nothing to say. */
export async function tellAnswers(
  { links, answers }: Pick<CheckContext, 'links' | 'answers'>,
  tell: (url: string, answer: LinkAnswer) => Pick<Finding, 'message' | 'hint'> | null,
): Promise<readonly Finding[]> {
  const seen = await answers();
  return links.flatMap(({ url, path, piece }) => {
    const answer = seen?.get(url);
    const told = answer === undefined ? null : tell(url, answer);
    return told === null ? [] : [{ ...told, path, piece }];
  });
}
