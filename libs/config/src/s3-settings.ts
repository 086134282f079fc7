/** A bucket of whatever speaks S3, and the key that may read, write, list and delete in it. */
export interface S3Settings {
  /** Path-style: the service and the bucket, e.g. https://s3.example.org/lianjian */
  readonly bucketUrl: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

interface Given {
  readonly S3_BUCKET_URL?: string | undefined;
  readonly S3_REGION: string;
  readonly S3_ACCESS_KEY_ID?: string | undefined;
  readonly S3_SECRET_ACCESS_KEY?: string | undefined;
}

/** Null when no bucket is named: files then lie in the data folder. */
export function s3SettingsOf(given: Given): S3Settings | null {
  const {
    S3_BUCKET_URL: bucketUrl,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = given;
  if (!bucketUrl || !accessKeyId || !secretAccessKey) return null;
  return { bucketUrl, region: given.S3_REGION, accessKeyId, secretAccessKey };
}

/** Half a setting would put files where nobody looks for them. */
export function isHalfSet({ S3_BUCKET_URL, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }: Given): boolean {
  const set = [S3_BUCKET_URL, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY].filter(Boolean);
  return set.length > 0 && set.length < 3;
}

/** Of a bucket, over HTTP or HTTPS, without a password or a query in it. */
export function isBucketUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, username, search } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && pathname.length > 1 && username === '' && search === '';
}
