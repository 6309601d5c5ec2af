import { z } from 'zod';
import { Me } from '../../routes/session.ts';
import { message } from '../message.ts';

export const signIn = message('signIn', z.strictObject({}), z.object({ me: Me }));
