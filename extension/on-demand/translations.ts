import { translations } from '../sites/labels/translations.ts';
import { provide } from './shelf.ts';

provide('translations', translations);
