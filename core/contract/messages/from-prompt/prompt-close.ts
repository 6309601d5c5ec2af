import { message } from '../message.ts';
import { aboutPrompt, told } from '../prompt-frame.ts';

export const promptClose = message('promptClose', aboutPrompt, told);
