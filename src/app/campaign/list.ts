/** The campaigns that ship with the app: the list at once, each one's content when it is chosen. */
import { CAMPAIGNS } from 'virtual:campaigns';
import type { CampaignFileInApp, CampaignListing } from './types.ts';

export type { CampaignFileInApp, CampaignListing } from './types.ts';
export const campaigns: readonly CampaignListing[] = CAMPAIGNS;

/** @throws Error when there is no such campaign or it cannot be fetched */
export async function loadCampaign(id: string): Promise<CampaignFileInApp> {
  const listing = CAMPAIGNS.find((one) => one.id === id);
  if (!listing) throw new Error(`no campaign ${id}`);
  const response = await fetch(listing.url);
  if (!response.ok) throw new Error(`${listing.url}: ${response.status}`);
  return (await response.json()) as CampaignFileInApp;
}
