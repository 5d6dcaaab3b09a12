import { sightOf, type Principal, type Scope, type Sight } from '@huiyin/org';
import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCookieAuth,
  ApiExtension,
  ApiForbiddenResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking; set on every route that is not public. */
    principal?: Principal;
  }
}

/** Who may call a route: anybody, anybody known, or those who hold a scope. */
export type Access = 'public' | 'signed-in' | Scope;

/** Under which a route's {@link Access} is kept on its handler. */
export const ACCESS = 'huiyin:access';

/** Anybody may call the route, without signing in. It has no principal. */
export const Public = () => SetMetadata(ACCESS, 'public' satisfies Access);

/** Every person and key may call the route, whatever their scopes, also with a password that must be changed. */
export const SignedIn = () => declared('signed-in', 'No key or session, or one that is not valid');

/** Only those who hold `scope` (or `admin`) may call the route. */
export const Requires = (scope: Scope) => declared(scope, 'No key or session, or one that is not valid');

/** The principal of the request, as a parameter of a handler: `create(@Who() who: Principal)`. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Principal => principalOf(context));

/** What the one who asks may see, as a parameter of a handler: `list(@Sees() sight: Sight)`. */
export const Sees = createParamDecorator((_: unknown, context: ExecutionContext): Sight =>
  sightOf(principalOf(context)),
);

function principalOf(context: ExecutionContext): Principal {
  const { principal } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!principal) throw new Error('The route is public and has no principal; declare @SignedIn() or @Requires()');
  return principal;
}

function declared(access: Exclude<Access, 'public'>, unauthenticated: string): MethodDecorator {
  return applyDecorators(
    SetMetadata(ACCESS, access),
    ApiBearerAuth(),
    ApiCookieAuth(),
    ApiExtension('x-access', access),
    ApiUnauthorizedResponse({ description: unauthenticated }),
    ...(access === 'signed-in' ? [] : [ApiForbiddenResponse({ description: `Without the scope ${access}` })]),
  );
}
