/**
 * The plain evaluator of {@code miit-sme-clusters}, to be written from {@code
 * docs/rules/miit-sme-clusters.md} and the contract alone. {@code ClustersAgreementTest} here will
 * compare both readings on fixtures, whole bids and generated bids, as {@code
 * IndustriesAgreementTest} does.
 */
package sixones.plain.clusters;
