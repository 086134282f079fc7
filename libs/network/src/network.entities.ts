import { Membership } from './membership/membership.entity.js';
import { Network } from './network/network.entity.js';
import { ServiceDay } from './network/service-day.entity.js';
import { Person } from './person/person.entity.js';
import { Post } from './post/post.entity.js';
import { Area } from './region/area.entity.js';
import { Region } from './region/region.entity.js';
import { Account } from './sign-in/account.entity.js';
import { Session } from './sign-in/session.entity.js';
import { Unit } from './unit/unit.entity.js';

export const NETWORK_ENTITIES = [
  Account,
  Area,
  Membership,
  Network,
  Person,
  Post,
  Region,
  ServiceDay,
  Session,
  Unit,
];
