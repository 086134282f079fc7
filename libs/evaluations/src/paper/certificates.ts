import { found } from '#graphql';
import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Recognition } from '../recognition/recognition.entity.js';
import { certificatePaper, type CertificatePaper } from './certificate-paper.js';

/** What is printed of a recognition, for whoever reads it; what was taken back is not printed any more. */
@Injectable()
export class Certificates {
  /** Null for what is not there, what one does not see, and what was taken back. */
  async find(tx: TenantTransaction, id: string): Promise<CertificatePaper | null> {
    const recognition = await tx.find(Recognition, id);
    if (!recognition || recognition.takenBackAt) return null;
    const { name } = found(await tx.find(Unit, recognition.unitId));
    return certificatePaper(recognition, name);
  }
}
