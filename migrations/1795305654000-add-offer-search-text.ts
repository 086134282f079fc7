import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How offers are found by Chinese words, pinyin and initials; worked out when an offer is stored. */
export class AddOfferSearchText1795305654000 implements MigrationInterface {
  name = 'AddOfferSearchText1795305654000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE offer ADD COLUMN search_text text NOT NULL DEFAULT ''`);
    await runner.query(
      `COMMENT ON COLUMN offer.search_text IS 'Title, description and what the facts say in words: folded, their pinyin and their initials; derived by the application whenever the offer is stored'`,
    );
    await runner.query(`GRANT UPDATE (search_text) ON offer TO lianjian_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE offer DROP COLUMN search_text`);
  }
}
