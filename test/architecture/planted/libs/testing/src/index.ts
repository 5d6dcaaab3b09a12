// breaks: nothing
import supertest from 'supertest';

export const fake = supertest;
