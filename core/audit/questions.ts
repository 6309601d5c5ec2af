import type { Question } from '../question.ts';

export const auditQuestions: Readonly<Record<string, Question>> = {};
