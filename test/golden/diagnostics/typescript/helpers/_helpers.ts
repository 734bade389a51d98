export const link = (text: string, url: string) => `[${text}](${url})`;

export function byAda({ title, url }: { title: string; url: string }) {
  return { title, url, by: 'Ada', notes: '' };
}
