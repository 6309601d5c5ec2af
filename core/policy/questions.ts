import type { Question } from '../question.ts';

export const policyQuestions: Readonly<Record<string, Question>> = {};
