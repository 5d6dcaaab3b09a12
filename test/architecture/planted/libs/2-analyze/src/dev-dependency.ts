// breaks: no-dev-dependencies-in-production
import supertest from 'supertest';

export const request = supertest;
