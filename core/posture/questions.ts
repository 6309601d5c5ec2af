import type { Question } from '../question.ts';

export const postureQuestions: Readonly<Record<string, Question>> = {};
