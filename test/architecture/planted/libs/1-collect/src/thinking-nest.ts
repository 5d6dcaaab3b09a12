// breaks: thinking-knows-no-framework
import { Injectable } from '@nestjs/common';

export const decorator = Injectable;
