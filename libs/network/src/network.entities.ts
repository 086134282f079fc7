import { AccessToken } from './access-token/access-token.entity.js';
import { CalendarFeed } from './calendar-feed/calendar-feed.entity.js';
import { ExternalAccount } from './external-account/external-account.entity.js';
import { UnitInvitation } from './invitation/unit-invitation.entity.js';
import { Membership } from './membership/membership.entity.js';
import { NeedCategory } from './network/need-category.entity.js';
import { Network } from './network/network.entity.js';
import { ServiceDay } from './network/service-day.entity.js';
import { PasswordCode } from './password/password-code.entity.js';
import { Person } from './person/person.entity.js';
import { Post } from './post/post.entity.js';
import { Area } from './region/area.entity.js';
import { Region } from './region/region.entity.js';
import { Account } from './sign-in/account.entity.js';
import { RefreshToken } from './session/refresh-token.entity.js';
import { Session } from './session/session.entity.js';
import { UnitRegistration } from './unit/unit-registration.entity.js';
import { Unit } from './unit/unit.entity.js';

export const NETWORK_ENTITIES = [
  AccessToken,
  Account,
  Area,
  CalendarFeed,
  ExternalAccount,
  Membership,
  NeedCategory,
  Network,
  PasswordCode,
  Person,
  Post,
  RefreshToken,
  Region,
  ServiceDay,
  Session,
  Unit,
  UnitInvitation,
  UnitRegistration,
];
