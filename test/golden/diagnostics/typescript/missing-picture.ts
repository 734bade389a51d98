import { defineIssue, image, intro, signOff } from 'galley';

const folder = 'images';

export default defineIssue({
  number: 7,
  date: '2026-11-02',
  subject: 'Tables and chairs',
  preheader: 'What we built this month.',
  sections: [
    intro({ greeting: 'Hello,', body: `An oak: ![An oak](${folder}/oak.png) and ![An ash](ash.png)` }),
    signOff({ body: [image({ src: folder + '/fir.png', alt: 'A fir' }), image({ src: '', alt: '' })] }),
  ],
});
