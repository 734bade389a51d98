import { defineIssue } from 'galley';

const load = async (month: number) => {
  if (month > 12) throw new Error(`There is no month ${month}`);
  return defineIssue({} as never);
};

export default load(13);
