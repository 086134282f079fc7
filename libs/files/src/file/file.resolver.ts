import { Allow, IdArg, TenantContext, toGlobalId } from '#graphql';
import { Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { File } from './file.entity.js';
import { FileObject } from './file.object.js';
import { FileService } from './file.service.js';

@Resolver(() => FileObject)
export class FileResolver {
  constructor(private readonly service: FileService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => FileObject, {
    description: 'Removes a file that your unit has attached; answers it as it was.',
  })
  removeFile(@IdArg('File') id: string, @Context() context: TenantContext): Promise<File> {
    return context.write((tx) => this.service.remove(tx, id));
  }

  @ResolveField(() => String, {
    description: 'Where it can be fetched with the same token: a path on this server.',
  })
  path(@Parent() { id }: File): string {
    return `/files/${toGlobalId('File', id)}`;
  }
}
