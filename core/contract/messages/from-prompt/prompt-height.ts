import { message } from '../message.ts';
import { aboutPrompt, PromptHeight, told } from '../prompt-frame.ts';

export const promptHeight = message('promptHeight', aboutPrompt.extend({ height: PromptHeight }), told);
