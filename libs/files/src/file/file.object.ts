import { DateTimeScalar, Node } from '#graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('File', {
  implements: () => Node,
  description:
    'A small file that hangs on a thing, and is seen by whoever sees that thing. POST /files attaches one.',
})
export abstract class FileObject extends Node {
  @Field(() => String, { description: 'Its name; the extension is that of its content.' })
  readonly name!: string;

  @Field(() => String, { description: 'What it holds, as was checked: e.g. image/jpeg.' })
  readonly mediaType!: string;

  @Field(() => Int, { description: 'Its size, in bytes.' })
  readonly bytes!: number;

  @Field(() => DateTimeScalar, { description: 'When it was attached.' })
  readonly attachedAt!: Date;

  @Field(() => Boolean, { description: 'Whether your unit attached it: it alone may remove it.' })
  readonly own!: boolean;
}
