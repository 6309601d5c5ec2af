import type { Question } from '../question.ts';

export const securityQuestions: Readonly<Record<string, Question>> = {};
