import { defineIssue, intro, signOff } from 'galley';

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables \u{1FA91}\nand chairs',
  preheader: 'A turn \u202Eright',
  sections: [
    intro({
      greeting: '\x48ello,',
      body: 'Caf\u00e9 \u{1F44B}\u{1F3FD} \'n\' \
tea: ![\x41n oak](\u006Fak.png) and ![](https://example.com/\u{6f}ak.png)',
    }),
    signOff({ body: "Bye.\n\n```\nplane \"oak\"\n" }),
  ],
});
