// breaks: nothing
import { fake } from '@huiyin/testing';
import supertest from 'supertest';

export const tested = [fake, supertest];
