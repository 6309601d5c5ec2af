import type { Question } from '../question.ts';

export const licenceQuestions: Readonly<Record<string, Question>> = {};
