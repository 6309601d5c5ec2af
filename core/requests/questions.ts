import type { Question } from '../question.ts';

export const requestsQuestions: Readonly<Record<string, Question>> = {};
