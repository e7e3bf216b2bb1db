/**
 * The plain evaluator of {@code miit-sme-clusters}, written from {@code
 * docs/rules/miit-sme-clusters.md} and the contract alone; {@code ClustersAgreementTest} compares
 * both readings.
 */
package sixones.plain.clusters;
