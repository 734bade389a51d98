import { defineIssue, intro, signOff } from 'galley';

/** Takes the indentation off. */
function dedent(strings: TemplateStringsArray, ...values: unknown[]): string {
  const text = String.raw({ raw: strings.raw }, ...values);
  return text.replace(/^ +/gm, '').trim();
}

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({
      greeting: 'Hello,',
      body: dedent`
        Read [this](https://example.com/this) and
        read [that](that.html).

        ![](https://example.com/oak.png)

        \`\`\`sh
        plane --oak
      `,
    }),
    signOff({
      body: `
        Indented by four, this is a block of code: [no link](x:y).
      `,
      ps: `
        Read [this](this.html), and [this](https://example.com/this.html).
      `.trim(),
    }),
  ],
});
