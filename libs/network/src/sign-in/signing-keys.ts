import { Clock } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import { hkdfSync, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';

const ALGORITHM = 'EdDSA';
const REREAD_AFTER_MS = 30_000;
/** So that forged key ids cannot make every request read the table. */
const REREAD_UNKNOWN_AFTER_MS = 1_000;

interface SigningKeyRow {
  kid: string;
  private_jwk: JWK;
  public_jwk: JWK;
}

interface KeyRing {
  signing: { kid: string; key: CryptoKey };
  verifying: ReadonlyMap<string, CryptoKey>;
  /** The youngest first. */
  secrets: readonly Buffer[];
  readAt: number;
}

/** The keys of access tokens. They stand in the database so that every API process signs and verifies alike. */
@Injectable()
export class SigningKeys {
  private ring: Promise<KeyRing> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The youngest key signs. */
  async signing(): Promise<KeyRing['signing']> {
    return (await this.current(REREAD_AFTER_MS)).signing;
  }

  /** Null for a key that was never made or has been removed; one that another process has just made is looked up. */
  async findVerifying(kid: string): Promise<CryptoKey | null> {
    const known = (await this.current(REREAD_AFTER_MS)).verifying.get(kid);
    return known ?? (await this.current(REREAD_UNKNOWN_AFTER_MS)).verifying.get(kid) ?? null;
  }

  /** Secret keys of 32 bytes for one purpose, the same in every process, the youngest first; none tells of another. */
  async derive(purpose: string): Promise<readonly Buffer[]> {
    const { secrets } = await this.current(REREAD_AFTER_MS);
    return secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', `lianjian ${purpose}`, 32)));
  }

  /** Makes the next key. Tokens of older keys stay valid until those keys are removed. */
  async rotate(): Promise<string> {
    const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
    const kid = randomUUID();
    await this.dataSource.query(
      'INSERT INTO signing_key (kid, private_jwk, public_jwk, created_at) VALUES ($1, $2, $3, $4)',
      [kid, await exportJWK(privateKey), await exportJWK(publicKey), this.clock.now()],
    );
    this.ring = null;
    return kid;
  }

  private async current(maxAgeMs: number): Promise<KeyRing> {
    try {
      const ring = await (this.ring ??= this.readOrMake());
      if (Math.abs(this.clock.now().getTime() - ring.readAt) < maxAgeMs) return ring;
      return await (this.ring = this.readOrMake());
    } catch (error) {
      // A database that was away once must not be remembered as away.
      this.ring = null;
      throw error;
    }
  }

  private async readOrMake(): Promise<KeyRing> {
    let rows = await this.readRows();
    if (rows.length === 0) {
      await this.rotate();
      rows = await this.readRows();
    }
    const [youngest] = rows;
    if (!youngest) throw new Error('No signing key could be made.');
    const verifying = new Map<string, CryptoKey>();
    for (const row of rows) verifying.set(row.kid, await importKey(row.public_jwk));
    return {
      signing: { kid: youngest.kid, key: await importKey(youngest.private_jwk) },
      verifying,
      secrets: rows.map(({ private_jwk: { d } }) => Buffer.from(d ?? '', 'base64url')),
      readAt: this.clock.now().getTime(),
    };
  }

  private readRows(): Promise<SigningKeyRow[]> {
    return this.dataSource.query(
      'SELECT kid, private_jwk, public_jwk FROM signing_key ORDER BY created_at DESC, kid',
    );
  }
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new Error('A signing key is not asymmetric.');
  return key;
}
