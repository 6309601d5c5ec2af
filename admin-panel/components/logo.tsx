import logo from '../gatehouse.svg';

/** The shield with the gate, as on the button of the extension. Decoration: the name always stands beside it. */
export const Logo = ({ size }: { size: number }) => (
  <img alt="" className="gh-logo" src={logo} width={size} height={size} />
);
