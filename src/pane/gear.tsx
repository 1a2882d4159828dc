import { SettingsRegular } from "@fluentui/react-icons/svg/settings";

/** The only picture of the pane's own controls. */
export default SettingsRegular;
