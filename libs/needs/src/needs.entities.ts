import { Claim } from './claim/claim.entity.js';
import { ProjectHost } from './host/project-host.entity.js';
import { NeedContact } from './need/need-contact.entity.js';
import { Need } from './need/need.entity.js';
import { ProjectNote } from './note/project-note.entity.js';
import { ProjectBooking } from './project-booking/project-booking.entity.js';
import { Project } from './project/project.entity.js';
import { ProjectStep } from './step/project-step.entity.js';

export const NEEDS_ENTITIES = [
  Claim,
  Need,
  NeedContact,
  Project,
  ProjectBooking,
  ProjectHost,
  ProjectNote,
  ProjectStep,
];
