import { DishOrderRequest } from './dispatch/dish-order-request.entity.js';
import { DishBooking } from './booking/dish-booking.entity.js';
import { DishCheckIn } from './check-in/dish-check-in.entity.js';
import { DishDesk } from './check-in/dish-desk.entity.js';
import { DishDate } from './dish/dish-date.entity.js';
import { Dish } from './dish/dish.entity.js';
import { DishFigures } from './doing/dish-figures.entity.js';
import { DishHost } from './host/dish-host.entity.js';
import { DishFinding } from './finding/dish-finding.entity.js';
import { Menu } from './menu/menu.entity.js';
import { DishOutcome } from './outcome/dish-outcome.entity.js';
import { DishReview } from './review/dish-review.entity.js';
import { DishReviewer } from './review/dish-reviewer.entity.js';
import { ReviewCode } from './review/review-code.entity.js';
import { WaitingReview } from './review/waiting-review.entity.js';
import { MenuNotice } from './notice/menu-notice.entity.js';
import { DishPlaces } from './sign-up/dish-places.entity.js';
import { SignUp } from './sign-up/sign-up.entity.js';
import { DishOrderContact } from './order/dish-order-contact.entity.js';
import { DishOrder } from './order/dish-order.entity.js';
import { MenuVersion } from './version/menu-version.entity.js';

export const MENUS_ENTITIES = [
  Dish,
  DishBooking,
  DishCheckIn,
  DishDate,
  DishDesk,
  DishFigures,
  DishFinding,
  DishHost,
  DishOrder,
  DishOrderContact,
  DishOrderRequest,
  DishOutcome,
  DishPlaces,
  DishReview,
  DishReviewer,
  Menu,
  MenuNotice,
  MenuVersion,
  ReviewCode,
  SignUp,
  WaitingReview,
];
