export { isPicture, type MediaType } from './content/media-type.js';
export { FileCarriers, type Audience, type FileCarrier } from './file/file-carriers.js';
export { File } from './file/file.entity.js';
export { FileObject } from './file/file.object.js';
export { FileService } from './file/file.service.js';
export { FileSweep } from './file/file-sweep.js';
export { FileUploads, type Upload, type UploadWish } from './file/file-uploads.js';
export { FilesModule } from './files.module.js';
export { FileStore, type FileKey } from './store/file-store.js';
